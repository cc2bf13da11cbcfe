import { redirect } from "@remix-run/cloudflare";
import { sendAgain } from "../../../email/send-again.server";
import { forPartner } from "../../../http/handlers.server";
import { PageErrorBoundary } from "../../../ui/PageErrorBoundary";

const LIST = "/settings/emails/sent";

/** There is nothing to read here: whoever comes by address is shown the list with its buttons. */
export const loader = forPartner(async () => redirect(LIST));

export const action = forPartner(async (context, { params }) =>
  redirect(`${LIST}?again=${await sendAgain(context, params.emailId ?? "")}`, 303),
);

/** Makes this a page, so that a refusal is one too. */
export default function SendEmailAgain() {
  return null;
}

export const ErrorBoundary = PageErrorBoundary;
