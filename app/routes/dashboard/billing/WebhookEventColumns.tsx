import { Form } from "@remix-run/react";
import { RotateCw } from "lucide-react";
import { Fragment } from "react";
import { type EventPage, type EventRow, replayPath } from "../../../stripe/event-rows";
import { Badge } from "../../../ui/Badge";
import { Button } from "../../../ui/Button";
import { CopyableId } from "../../../ui/CopyableId";
import type { Column } from "../../../ui/DataTable";
import { Timestamp } from "../../../ui/Timestamp";

/** The columns of the list of events; a replay comes back to the page that is shown. */
export const webhookEventColumns = (page: EventPage): Column<EventRow>[] => [
  {
    key: "type",
    header: "Event",
    priority: "title",
    cell: ({ id, type }) => (
      <span className="grid justify-items-start gap-1">
        <span>{breakable(type)}</span>
        <CopyableId value={id} what={`id of the event ${type}: ${id}`} />
      </span>
    ),
  },
  {
    key: "outcome",
    header: "Outcome",
    cell: ({ id, outcome, detail, purchaseId }) => (
      <span className="grid justify-items-start gap-1 stacked:justify-items-end">
        <Badge tone={outcome.tone}>{outcome.label}</Badge>
        <span className="text-xs break-words text-muted-foreground">{detail}</span>
        {purchaseId && <CopyableId value={purchaseId} what={`purchase id of the event ${id}`} />}
      </span>
    ),
  },
  {
    key: "deliveries",
    header: "Deliveries",
    align: "end",
    cell: ({ deliveries, replays }) =>
      replays > 0 ? `${deliveries} + ${replays} ${replays === 1 ? "replay" : "replays"}` : deliveries,
  },
  {
    key: "last-delivery",
    header: "Last delivery",
    cell: ({ lastDelivery }) => <Timestamp {...lastDelivery} />,
  },
  {
    key: "replay",
    header: "Replay",
    priority: "actions",
    cell: (event) => <Replay event={event} page={page} />,
  },
];

/** A long type breaks where its parts end, and nowhere else. */
const breakable = (type: string) =>
  [...type.matchAll(/[^._]*[._]|[^._]+/g)].map(({ 0: part, index }) => (
    <Fragment key={index}>
      {part}
      <wbr />
    </Fragment>
  ));

function Replay({ event: { id, type, canReplay }, page }: { event: EventRow; page: EventPage }) {
  if (!canReplay) return <span className="text-xs text-muted-foreground">Forgotten after 90 days</span>;
  return (
    <Form method="post" action={replayPath(id, page)}>
      <Button type="submit" size="small" aria-label={`Replay ${type} ${id}`}>
        <RotateCw aria-hidden className="size-4" />
        <span aria-hidden>Replay</span>
      </Button>
    </Form>
  );
}
