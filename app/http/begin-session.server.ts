import { redirect } from "@remix-run/cloudflare";
import { confirmMailbox, findCustomerByEmail } from "../../db/customers.server";
import { takeUpInvitation } from "../../db/member-changes.server";
import { listMemberships } from "../../db/memberships.server";
import { startSession } from "../auth/session.server";
import { workspacesPath } from "../auth/workspaces";
import type { Context } from "../context.server";
import { maySignIn } from "../customers/may-sign-in";
import { signUpCustomer } from "../customers/sign-up.server";
import { challengeCookie, sessionCookie } from "./cookies.server";
import { realmOf } from "./sign-in-site";
import type { Visit } from "./visit.server";

/**
 * The partner that lets an address in on this site, or null: a member's on the platform, and on its own portal a
 * customer's.
 */
export async function welcomedBy(context: Context, visit: Visit, email: string): Promise<string | null> {
  if (visit.site === "platform") return (await listMemberships(context.db, email))[0]?.partnerId ?? null;
  const { partner, portal } = visit;
  return maySignIn(await findCustomerByEmail(context.db, partner.id, email), portal) ? partner.id : null;
}

/** Signs in the owner of an address that was just proven. Null when nobody here has it any more. */
export async function beginSession(
  context: Context,
  visit: Visit,
  { email, next, request }: { email: string; next: string; request: Request },
) {
  const subject = await subjectOf(context, visit, email);
  if (subject === null) return null;

  const token = await startSession(context, realmOf(visit), subject.id, {
    userAgent: request.headers.get("user-agent") ?? "",
    tokenHash: visit.tokenHash,
  });
  const headers = new Headers();
  headers.append("set-cookie", await sessionCookie(context.settings).serialize(token));
  headers.append("set-cookie", await challengeCookie(context.settings).serialize("", { maxAge: 0 }));
  return redirect(subject.isOneOfMany ? workspacesPath(next) : next, { status: 303, headers });
}

interface Subject {
  id: string;
  /** Whether the same person may work for another partner instead, and is to be asked. */
  isOneOfMany: boolean;
}

async function subjectOf(context: Context, visit: Visit, email: string): Promise<Subject | null> {
  if (visit.site === "portal") {
    const id = await customerOf(context, visit, email);
    return id === null ? null : { id, isOneOfMany: false };
  }
  const [member, ...others] = await listMemberships(context.db, email);
  if (!member) return null;
  if (member.invitedAt !== null) await takeUpInvitation(context.db, member.partnerId, member.memberId);
  return { id: member.memberId, isOneOfMany: others.length > 0 };
}

type PortalVisit = Extract<Visit, { site: "portal" }>;

async function customerOf(
  context: Context,
  { partner, portal }: PortalVisit,
  email: string,
): Promise<string | null> {
  const known = await findCustomerByEmail(context.db, partner.id, email);
  if (!maySignIn(known, portal)) return null;
  if (!known) return (await signUpCustomer(context, partner, email)).id;
  await confirmMailbox(context.db, partner.id, known.id, context.now());
  return known.id;
}
