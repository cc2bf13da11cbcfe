/** A switch that is on its way to the server. */
export interface PendingSwitch {
  /** The address that it was sent to, or that of another form. */
  action: string;
  to: string;
}

/** How the switches of a plan are shown: as those on their way will leave them, for only one plan is popular. */
export function shownSwitches(
  plan: { id: string; active: boolean; popular: boolean },
  pending: readonly PendingSwitch[],
): { active: boolean; popular: boolean } {
  let { active, popular } = plan;
  for (const { action, to } of pending) {
    const [, planId, part] = /\/([^/]+)\/(active|popular)$/.exec(action.split("?")[0] ?? "") ?? [];
    if (planId === plan.id && part === "active") active = to === "on";
    if (planId === plan.id && part === "popular") popular = to === "on";
    else if (part === "popular" && to === "on") popular = false;
  }
  return { active, popular };
}
