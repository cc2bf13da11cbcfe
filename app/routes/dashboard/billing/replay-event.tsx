import { redirect } from "@remix-run/cloudflare";
import { forPartner } from "../../../http/handlers.server";
import { eventsPath, readEventPage } from "../../../stripe/event-rows";
import { replayEvent } from "../../../stripe/replay-event.server";
import { PageErrorBoundary } from "../../../ui/PageErrorBoundary";

/** There is nothing to read here: whoever comes by address is shown the list with its buttons. */
export const loader = forPartner(async () => redirect(eventsPath({ needsALook: false, from: null })));

export const action = forPartner(async (context, { params, request }) => {
  const { eventId } = await replayEvent(context, params.eventId);
  const page = readEventPage(new URL(request.url).searchParams);
  return redirect(eventsPath(page, { replayed: eventId }), 303);
});

/** Makes this a page, so that a refusal is one too. */
export default function ReplayEvent() {
  return null;
}

export const ErrorBoundary = PageErrorBoundary;
