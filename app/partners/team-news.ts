const TOLD: Record<string, string> = {
  invited: "The invitation is on its way",
  sent: "The invitation is on its way again",
  saved: "Role saved. It holds from their next click on.",
  removed: "They are off the team, and signed out",
};

/** What was just done to somebody on the team, as the address says; null where it says nothing. */
export function teamNews(address: URLSearchParams): string | null {
  const key = Object.keys(TOLD).find((one) => address.has(one));
  return key ? (TOLD[key] ?? null) : null;
}
