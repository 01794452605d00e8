const SECOND = 1_000;
const HOUR = 3_600 * SECOND;

/** A thousand instants: the edges of twenty years, the hours around daylight-saving changes, and times in between. */
export function instants(): Date[] {
  const times: number[] = [];
  for (let year = 2_019; year < 2_039; year++) {
    for (const offset of [-14, -7, 0, 5.5, 12, 13]) {
      const edge = Date.UTC(year, 0, 1) - offset * HOUR;
      times.push(edge - SECOND, edge - 1, edge, edge + SECOND);
    }
    const february = Date.UTC(year, 1, 28, 17);
    times.push(february - SECOND, february, february + 24 * HOUR);
  }
  // Where New York, Berlin, Apia or Saint John's put their clocks forward or back in 2026.
  for (const change of [
    Date.UTC(2026, 2, 8, 7),
    Date.UTC(2026, 2, 29, 1),
    Date.UTC(2026, 9, 25, 1),
    Date.UTC(2026, 10, 1, 6),
  ]) {
    for (let quarter = -6; quarter <= 6; quarter++) times.push(change + (quarter * HOUR) / 4);
  }
  for (let step = 1; times.length < 1_000; step++)
    times.push(Date.UTC(2024, 0, 1) + step * 37 * HOUR + step * 1_234_567);
  return times.map((time) => new Date(time));
}
