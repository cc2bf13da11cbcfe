export const PLANS_PATH = "/settings/customer-credit-plans";
export const STARTER_PATH = `${PLANS_PATH}/starter`;

export const CLEAN_UP_PATH = `${PLANS_PATH}/clean-up`;
export const PLAN_ORDER_PATH = `${PLANS_PATH}/order`;

/** Where a partner manages one of its plans. */
export const planPath = (
  planId: string,
  part?: "active" | "popular" | "move" | "duplicate" | "delete",
): string => [PLANS_PATH, encodeURIComponent(planId), part].filter(Boolean).join("/");
