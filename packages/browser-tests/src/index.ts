export { openBrowser, type OpenedBrowser, type Width } from './open-browser.ts';
