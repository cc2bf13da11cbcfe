import { redirect } from "@remix-run/cloudflare";
import { confirmMailbox, findCustomerByEmail } from "../../db/customers.server";
import { findMemberByEmail } from "../../db/partners.server";
import { startSession } from "../auth/session.server";
import type { Context } from "../context.server";
import { challengeCookie, sessionCookie } from "./cookies.server";
import { realmOf } from "./sign-in-site";
import type { Visit } from "./visit.server";

/** Who an address belongs to on this site, or null: a member on the platform, a customer on their own portal. */
export async function findSubject(context: Context, visit: Visit, email: string): Promise<string | null> {
  const subject =
    visit.site === "platform"
      ? await findMemberByEmail(context.db, email)
      : await findCustomerByEmail(context.db, visit.partner.id, email);
  return subject?.id ?? null;
}

/** Signs in the owner of an address that was just proven. Null when nobody here has it any more. */
export async function beginSession(context: Context, visit: Visit, email: string, next: string) {
  const subjectId = await findSubject(context, visit, email);
  if (subjectId === null) return null;
  if (visit.site === "portal") await confirmMailbox(context.db, visit.partner.id, subjectId, context.now());

  const token = await startSession(context, realmOf(visit), subjectId);
  const headers = new Headers();
  headers.append("set-cookie", await sessionCookie(context.settings).serialize(token));
  headers.append("set-cookie", await challengeCookie(context.settings).serialize("", { maxAge: 0 }));
  return redirect(next, { status: 303, headers });
}
