import { redirect } from "@remix-run/cloudflare";
import { listSessions, type Session } from "../../db/sessions.server";
import { endAllSignIns, endSignIn, type SignedIn } from "../auth/end-sign-ins.server";
import { signInRows } from "../auth/sign-in-rows";
import type { Context } from "../context.server";
import type { Wording } from "../i18n/wording";
import { sessionCookie } from "./cookies.server";

const SHOWN = 20;

/** Where somebody is signed in, the last seen first; of very many places, not all. */
export async function listPlaces(context: Context, who: SignedIn, here: Session, wording: Wording) {
  const now = context.now();
  const sessions = await listSessions(context.db, who.realm, who.id, { now, limit: SHOWN + 1 });
  return {
    places: signInRows(sessions.slice(0, SHOWN), here, now, wording),
    hasMore: sessions.length > SHOWN,
  };
}

/** Signs out where the form says: in one place, or everywhere with `all`. Whoever signs out here leaves. */
export async function signOutAt(
  context: Context,
  who: SignedIn,
  { request, here, page }: { request: Request; here: Session; page: string },
): Promise<Response> {
  const place = String((await request.formData()).get("place") ?? "");
  if (place === "all") await endAllSignIns(context, who);
  else if ((await endSignIn(context, who, place)) !== here.tokenHash) return redirect(`${page}?ended`, 303);
  const cleared = await sessionCookie(context.settings).serialize("", { maxAge: 0 });
  return redirect("/sign-in", { status: 303, headers: { "set-cookie": cleared } });
}
