/** Marks an error so that it is recognised even when two copies of a package meet in one tree. */
export function marker(error: Error, name: string): void {
  Object.defineProperty(error, Symbol.for(name), { value: true });
}

marker.has = (value: unknown, name: string): boolean =>
  typeof value === 'object' && value !== null && Symbol.for(name) in value;
