const LONGEST_WAIT_MS = 10_000;

/** Waits for the first attempts to deliver, as Stripe's page does before it sends the buyer back, but not forever. */
export async function patiently(deliveries: Promise<unknown>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const enough = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, LONGEST_WAIT_MS);
  });
  await Promise.race([deliveries, enough]);
  clearTimeout(timer);
}
