import { expect, test } from 'vitest';
import { isStaffProperty } from './staff.ts';

test.each([
  'agent',
  'agent_id',
  'Agent Name',
  'agentId',
  'org:resource',
  'handled_by',
  'handledBy',
  'staff-no',
  'employees',
  'Sales Rep',
  'Mitarbeiter',
  'employé',
  'assignee.email',
])('%s names a member of staff', (name) => {
  expect(isStaffProperty(name)).toBe(true);
});

test.each([
  '',
  'agency',
  'user_agent',
  'user-agent',
  'userAgent',
  'agent_team',
  'staff count',
  'resources_url_type',
  'brand',
  'reagent',
  'travel agency',
])('%s does not', (name) => {
  expect(isStaffProperty(name)).toBe(false);
});
