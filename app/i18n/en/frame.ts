import type { Unit } from "../unit";

/** What stands around every page. */
export const frame = (unit: Unit) => ({
  skip: "Skip to content",
  navigation: "Portal",
  credits: unit.title,
  billing: "Billing",
  history: "History",
  account: "Account",
  signOut: "Sign out",
  support: (email: string) => `Support: ${email}`,
  terms: "Terms",
  privacy: "Privacy",
  newest: "Newest",
  older: "Older",
});
