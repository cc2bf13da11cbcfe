const NEWS: Record<string, string> = {
  saved: "Features saved",
  invited: "Customer invited: the message goes to their e-mail address",
  blocked: "Customer blocked, and signed out everywhere",
  unblocked: "Customer unblocked",
  "purchases-blocked": "Purchases blocked",
  "purchases-allowed": "Purchases allowed",
  shown: "The plan is shown to this customer",
  hidden: "The plan is hidden from this customer",
};

/** What was just done, as the address after a form says it; null for anything else. */
export function featuresNews(query: URLSearchParams): string | null {
  const done = Object.keys(NEWS).find((key) => query.has(key));
  return done ? (NEWS[done] ?? null) : null;
}
