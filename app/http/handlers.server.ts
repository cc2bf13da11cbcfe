import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/cloudflare";
import * as z from "zod";
import { findSignedInMember } from "../../db/partners.server";
import { hashToken, isSameHash } from "../auth/secrets.server";
import { keepSession } from "../auth/session.server";
import type { Context, CustomerContext, PartnerContext } from "../context.server";
import type { Texts } from "../i18n/texts";
import { ENGLISH } from "../i18n/wording";
import type { Task } from "../partners/permission";
import { requirePermission } from "../partners/require-permission.server";
import {
  bodyUnusable,
  notFound,
  portalAccessDenied,
  portalClosed,
  previewIsReadOnly,
  unauthorized,
  wrongOperatorToken,
} from "../refusals";
import { stopped, stoppedFile, stoppedMachine } from "./error-response.server";
import { safePath } from "./safe-path";
import { signInPath } from "./sign-in-path";
import type { Visit } from "./visit.server";

declare module "@remix-run/cloudflare" {
  interface AppLoadContext {
    context: Context;
    /** Null on machine paths, which belong to no site. */
    visit: Visit | null;
  }
}

type Args = LoaderFunctionArgs | ActionFunctionArgs;
/** Makes what Remix is thrown of what stopped a handler. */
type Stop = (error: unknown, request: Request, texts: Texts) => unknown;
type Handler<C, T> = (context: C, args: Args) => Promise<T>;

/** A loader or action of the dashboard: it runs only for a signed-in member, and only on the platform's host. */
export function forPartner<T>(handler: Handler<PartnerContext, T>, stop: Stop = stopped) {
  return answering(async (context, args): Promise<T> => {
    const { visit } = args.context;
    if (visit?.site !== "platform") throw notFound();
    const signedIn =
      visit.tokenHash && (await findSignedInMember(context.db, visit.tokenHash, context.now()));
    if (!signedIn) throw signInFirst(args);

    context.later(keepSession(context, "platform", signedIn.session));
    return handler({ ...context, ...signedIn }, args);
  }, stop);
}

/** The same for a file, around which no page can say what stopped it. */
export const forPartnerFile = (handler: Handler<PartnerContext, Response>) =>
  forPartner(handler, stoppedFile);

/** The same for what only an owner may do: whoever may not is told before anything else is looked at. */
export const forPermitted = <T>(task: Task, handler: Handler<PartnerContext, T>) =>
  forPartner<T>(async (context, args) => {
    await requirePermission(context, task);
    return handler(context, args);
  });

/** A loader or action of a portal: it runs only for a signed-in customer of this very portal. */
export function forCustomer<T>(handler: Handler<CustomerContext, T>, stop: Stop = stopped) {
  return answering(async (context, args): Promise<T> => {
    const { visit } = args.context;
    if (visit?.site !== "portal") throw notFound();
    if (!visit.portal.enabled) throw portalClosed(visit.partner.supportEmail);
    if (!visit.customer || !visit.session) throw signInFirst(args);
    const { portal, origin, partner, account, customer, session, wording, preview } = visit;
    if (customer.portalAccess !== "active") throw portalAccessDenied(partner.supportEmail);

    return handler(
      { ...context, portal, origin, partner, account, customer, session, wording, preview },
      args,
    );
  }, stop);
}

/** The same for a file, around which no page can say what stopped it. */
export const forCustomerFile = (handler: Handler<CustomerContext, Response>) =>
  forCustomer(handler, stoppedFile);

/** A loader or action that needs nobody signed in: sign-in itself, and what stands on every page. */
export function forVisitor<T>(handler: (context: Context & { visit: Visit }, args: Args) => Promise<T>) {
  return answering(async (context, args): Promise<T> => {
    if (!args.context.visit) throw notFound();
    return handler({ ...context, visit: args.context.visit }, args);
  });
}

/** A page of sign-in. A portal that is closed lets nobody in, and says whom to ask. */
export function forSignIn<T>(handler: (context: Context & { visit: Visit }, args: Args) => Promise<T>) {
  return forVisitor(async (context, args): Promise<T> => {
    const { visit } = context;
    if (visit.site === "portal" && !visit.portal.enabled) throw portalClosed(visit.partner.supportEmail);
    return handler(context, args);
  });
}

/**
 * A machine path for whoever runs Topup: JSON in and out, for those who have the operator's token. Where none is set
 * there is no such path.
 */
export function forOperator<Asked>(
  asked: z.ZodType<Asked>,
  run: (context: Context, asked: Asked) => Promise<object>,
) {
  return async ({ context: { context, visit }, request }: Args): Promise<Response> => {
    const token = context.settings.OPERATOR_TOKEN;
    if (visit || token === "") return new Response("Not found", { status: 404 });
    if (request.method !== "POST")
      return new Response("POST only", { status: 405, headers: { allow: "POST" } });
    try {
      const [expected, given] = await Promise.all(
        [`Bearer ${token}`, request.headers.get("authorization") ?? ""].map(hashToken),
      );
      if (!isSameHash(expected ?? "", given ?? "")) throw wrongOperatorToken();
      return Response.json(await run(context, await readBody(request, asked)));
    } catch (error) {
      return stoppedMachine(error, request);
    }
  };
}

async function readBody<Asked>(request: Request, asked: z.ZodType<Asked>): Promise<Asked> {
  const read = asked.safeParse(await request.json().catch(() => null));
  if (!read.success) throw bodyUnusable(z.prettifyError(read.error));
  return read.data;
}

const answering =
  <T>(run: (context: Context, args: Args) => Promise<T>, stop: Stop = stopped) =>
  async (args: Args): Promise<T> => {
    try {
      if (isPreview(args) && !isReading(args) && !leaves(args)) throw previewIsReadOnly();
      return await run(args.context.context, args);
    } catch (error) {
      throw stop(error, args.request, textsOf(args.context.visit));
    }
  };

const isPreview = ({ context: { visit } }: Args) => visit?.site === "portal" && visit.preview !== null;

const isReading = ({ request }: Args) => request.method === "GET" || request.method === "HEAD";

/** What a preview may send: the forms that end it or open another one. */
const leaves = ({ request }: Args) =>
  /^\/(sign-out|preview\/[^/]+)(\.data)?$/.test(new URL(request.url).pathname);
/** Portals speak to customers in their language; the dashboard speaks English. */
const textsOf = (visit: Visit | null): Texts => (visit?.site === "portal" ? visit.wording : ENGLISH).texts;

function signInFirst({ request }: Args) {
  if (request.method !== "GET") return unauthorized();
  const url = new URL(request.url);
  return redirect(signInPath(safePath(url.pathname + url.search)));
}

/** Keeps what a person typed on the page, with the status that says it was not taken. */
export const invalid = <T>(body: T) => data(body, { status: 422 });
