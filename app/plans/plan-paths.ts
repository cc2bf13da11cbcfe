export const PLANS_PATH = "/settings/customer-credit-plans";
export const STARTER_PATH = `${PLANS_PATH}/starter`;

/** Where a partner manages one of its plans. */
export const planPath = (planId: string, part?: "active" | "popular" | "delete"): string =>
  [PLANS_PATH, encodeURIComponent(planId), part].filter(Boolean).join("/");
