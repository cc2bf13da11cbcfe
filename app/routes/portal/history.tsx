import { useLoaderData } from "@remix-run/react";
import { History } from "lucide-react";
import { forCustomer } from "../../http/handlers.server";
import { HISTORY_HEADERS, historyRows } from "../../purchases/history-rows";
import { Card } from "../../ui/Card";
import { EmptyState } from "../../ui/EmptyState";
import { PageErrorBoundary } from "../../ui/PageErrorBoundary";
import { PageHeader } from "../../ui/PageHeader";
import { Pagination } from "../../ui/Pagination";
import { HistoryList } from "../../ui/portal/HistoryList";

const ENTRIES_A_PAGE = 25;

export const loader = forCustomer(async ({ wallet, customer, portal, now }, { request }) => {
  const before = new URL(request.url).searchParams.get("before") ?? "";
  const beforeSeq = /^[1-9]\d{0,14}$/.test(before) ? Number(before) : null;
  const { entries, next } = await wallet(customer.id).history(beforeSeq, ENTRIES_A_PAGE);
  return { entries: historyRows(entries, now(), portal.locale), next, isFirst: beforeSeq === null };
});

export default function HistoryPage() {
  const { entries, next, isFirst } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title="History" />
      {entries.length > 0 ? (
        <HistoryList caption="Changes of your balance" headers={HISTORY_HEADERS} entries={entries} />
      ) : (
        <Card>
          <EmptyState
            icon={History}
            line="No changes yet"
            text="Your first purchase will be the first line here."
          />
        </Card>
      )}
      <Pagination
        newerHref={isFirst ? undefined : "/history"}
        olderHref={next ? `/history?before=${next}` : undefined}
        labels={{ navigation: "Pages of the history", newer: "Newest", older: "Older" }}
      />
    </>
  );
}

export const ErrorBoundary = PageErrorBoundary;
