import { testPages } from './pages.ts';

testPages('narrow');
