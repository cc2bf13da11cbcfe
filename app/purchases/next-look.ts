/** How often a page that waits has looked already, as its address says it. */
export const looksOf = (text: string | null): number => (/^\d{1,3}$/.test(text ?? "") ? Number(text) : 0);

const LONGEST_WAIT_SECONDS = 300;

/**
 * When a page that waits looks again by itself: soon at first, then ever more seldom. A bank that takes days is not
 * asked as often as a card that takes seconds.
 */
export function nextLook(looks: number, isAtBank: boolean): { seconds: number; query: string } {
  const seconds = Math.min(LONGEST_WAIT_SECONDS, (isAtBank ? 30 : 3) * 2 ** Math.min(looks, 10));
  return { seconds, query: `?look=${Math.min(looks + 1, 10)}` };
}
