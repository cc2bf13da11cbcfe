import type { PartnerMember } from "../../db/partners.server";

export type Role = PartnerMember["role"];

const OWNER: readonly Role[] = ["owner"];

/** What not every member may do: it decides who gets in, who gets paid, and under whose name. */
const MAY = {
  manage_team: OWNER,
  change_tier: OWNER,
  connect_stripe: OWNER,
  change_refund_policy: OWNER,
  change_portal_domain: OWNER,
  change_email_domain: OWNER,
};

export type Task = keyof typeof MAY;

/** The one place that says who may do what. What is no task here, every member may do. */
export const isPermitted = (role: Role, task: Task): boolean => MAY[task].includes(role);

/** The owners in words: "Olivia Park (olivia@acme.test) or Erik Lund (erik@acme.test)". */
export const whomToAsk = (owners: readonly PartnerMember[]): string =>
  owners.map(({ name, email }) => (name ? `${name} (${email})` : email)).join(" or ");
