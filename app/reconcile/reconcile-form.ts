export const DEFAULT_DAYS = 3;
export const MOST_DAYS = 30;

/** Reads how many days are compared, or null when that is not a number from 1 to 30. */
export function parseDays(text: string): number | null {
  const days = /^\d{1,2}$/.test(text.trim()) ? Number(text) : 0;
  return days >= 1 && days <= MOST_DAYS ? days : null;
}
