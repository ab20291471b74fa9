import { testPages } from './pages.ts';

testPages('wide');
