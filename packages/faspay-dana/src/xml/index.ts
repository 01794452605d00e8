/**
 * Notifications in XML, for accounts that have chosen XML on the Faspay merchant page.
 *
 * @module
 */
export { xml } from './xml-format.ts';
