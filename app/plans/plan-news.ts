import { planPath } from "./plan-paths";

/** What was just done to a plan, in words, and how it is taken back. */
export interface PlanNews {
  title: string;
  text?: string;
  undo?: PlanSwitching;
}

/** A switch of a plan, and what it is to be set to. */
export interface PlanSwitching {
  path: string;
  to: "on" | "off";
}

/** All plans of a partner, in the portal's order. */
export type PlanNames = readonly { id: string; name: string }[];

/**
 * Reads what an address says was done. It carries ids and never words, so that no link can put words on the page;
 * an id that is not among the plans says nothing.
 */
export function planNews(address: URLSearchParams, plans: PlanNames): PlanNews | null {
  const planIn = (key: string) => plans.find(({ id }) => id === address.get(key));
  const [popular, from] = [planIn("popular"), planIn("from")];
  if (popular && from) {
    const title = `Popular moved from ${from.name} to ${popular.name}`;
    return { title, undo: { path: planPath(from.id, "popular"), to: "on" } };
  }
  const told = TOLD.find(({ key, ofAPlan }) => (ofAPlan ? planIn(key) : address.has(key)));
  if (!told) return null;
  const plan = planIn(told.key);
  return {
    title: told.title(plan?.name ?? "", plan ? `${plans.indexOf(plan) + 1} of ${plans.length}` : ""),
    ...(told.text && { text: told.text }),
    ...(plan && told.undo && { undo: { path: planPath(plan.id, told.undo.part), to: told.undo.to } }),
  };
}

interface Told {
  key: string;
  /** Whether the address names the plan that it is about. */
  ofAPlan?: boolean;
  title: (name: string, place: string) => string;
  text?: string;
  undo?: { part: "active" | "popular"; to: "on" | "off" };
}

const IN_THE_PORTAL = "Your portal shows the plans in this order.";

const TOLD: Told[] = [
  {
    key: "created",
    title: () => "Plan created",
    text: "If it is active, your customers see it now.",
  },
  {
    key: "saved",
    ofAPlan: true,
    title: (name) => `${name} saved`,
    text: "It counts from the next purchase on; credits already purchased stay as they are.",
  },
  {
    key: "started",
    title: () => "Three plans to begin with",
    text: "They are inactive: change what you like, then switch them on.",
  },
  { key: "unchanged", ofAPlan: true, title: (name) => `${name} is as it was` },
  {
    key: "activated",
    ofAPlan: true,
    title: (name) => `${name} is on`,
    text: "Your customers see it now.",
    undo: { part: "active", to: "off" },
  },
  {
    key: "deactivated",
    ofAPlan: true,
    title: (name) => `${name} is off`,
    text: "Your customers no longer see it; what they bought stays theirs, and payment pages that are still open are closed.",
    undo: { part: "active", to: "on" },
  },
  {
    key: "popular",
    ofAPlan: true,
    title: (name) => `${name} is popular`,
    undo: { part: "popular", to: "off" },
  },
  {
    key: "ordinary",
    ofAPlan: true,
    title: (name) => `${name} is no longer popular`,
    undo: { part: "popular", to: "on" },
  },
  {
    key: "moved",
    ofAPlan: true,
    title: (name, place) => `${name} is number ${place} now`,
    text: IN_THE_PORTAL,
  },
  { key: "ordered", title: () => "Order saved", text: IN_THE_PORTAL },
  {
    key: "copied",
    title: () => "This is the copy",
    text: "It is inactive, so no customer sees it: change what you like, then switch it on.",
  },
  { key: "deleted", title: () => "Plan deleted", text: "Existing purchases remain in customer history." },
  { key: "cleaned", title: () => "Plans deleted", text: "Existing purchases remain in customer history." },
];
