/**
 * Why Stripe does not let an account charge, in words for its owner, with Stripe's own name for whoever writes to
 * Stripe. Source: docs.stripe.com/api/accounts/object#account_object-requirements-disabled_reason.
 */
export function disabledReasonWords(reason: string): string {
  const words = WORDS.find(([pattern]) => pattern.test(reason))?.[1];
  return words ? `${words} (${reason})` : reason;
}

const WORDS: readonly (readonly [RegExp, string])[] = [
  [/^requirements\.past_due$/, "what it asked for is overdue"],
  [/^requirements\.pending_verification$/, "it is checking what was sent"],
  [/^action_required\.requested_capabilities$/, "it wants you to finish what was asked"],
  [/^(under_review|listed)$/, "it is reviewing the account"],
  [/^platform_paused$/, "the account is paused"],
  [/^rejected\./, "it has turned the account down"],
];
