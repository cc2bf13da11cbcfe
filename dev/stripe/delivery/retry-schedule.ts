const FIRST_RETRIES_AFTER_MS = [2_000, 5_000, 15_000, 60_000];
const LATER_RETRIES_AFTER_MS = 3_600_000;
const GIVE_UP_AFTER_ATTEMPTS = FIRST_RETRIES_AFTER_MS.length + 72;

/** How long after the last attempt the next one is made, or null when Stripe gives up (after about three days). */
export function retryAfter_ms(attemptsMade: number): number | null {
  if (attemptsMade > GIVE_UP_AFTER_ATTEMPTS) return null;
  return FIRST_RETRIES_AFTER_MS[attemptsMade - 1] ?? LATER_RETRIES_AFTER_MS;
}
