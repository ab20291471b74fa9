import type { DefinitionKey } from '../map/map-view.ts';

/** What each number of a map means, for the pop-up beside it. */
export const MAP_DEFINITIONS: Readonly<Record<DefinitionKey, string>> = {
  people:
    'Customers who set out on this journey in the chosen time. A journey belongs to the time in which it began and is followed to its end.',
  'got-it':
    'Customers who reached a step that the map marks as the goal, of all who set out. Those still under way are not counted as lost.',
  'as-promised':
    'Customers who got what they came for, with nothing missing that we or a partner owed them and every time promise kept, of all whose journey is over.',
  felt: 'Of the customers who answered, how many were unhappy, neutral and happy: one answer each, their last. It says nothing about those who did not answer.',
  tried: 'Customers who repeated a step more often than planned, or had to ask by phone, chat or e-mail.',
  steady:
    'Steps whose daily share of harmed customers moved more than chance would, of the steps with enough days and customers to tell.',
  'as-planned': 'Journeys that are over and went exactly the way of the map. Going another way is not a fault.',
  had: 'Customers who had this step, in the planned order or another. Of: those who came to it or were due it.',
  harm: 'Customers harmed at this step: something owed to them was missing, went wrong or came too late, or they said they were unhappy.',
  'another-way':
    'Customers who came past this step without it, by their own choice. Whether that was good for them is another question.',
  'not-yet': 'Customers who have not come this far yet.',
  'off-map': 'Customers who did something that is not on our map. Whether it is good or bad only the comparison tells.',
  compared: 'Those who did it beside those who did not. It goes together with the outcome; that is not yet a cause.',
  channel: 'Customers who had this step by this channel. Some used several.',
  time: 'Half of the customers take longer than this, from the step where the promise begins, or else from the step before.',
  status:
    'Hurts: at least 5 customers and 5 of 100 of those due were harmed. Goes well: fewer than 5 of 100. Not known: not connected to data, nobody came, or too few to tell.',
  coverage: 'Steps whose events were seen at least once, of all steps; customers who answered, of all who set out.',
  returning: 'Customers who are on this journey for the second time or more.',
};
