import { useLoaderData } from "@remix-run/react";
import { History } from "lucide-react";
import { forCustomer } from "../../http/handlers.server";
import { HISTORY_HEADERS, historyRows, readTypeFilter, TYPE_FILTERS } from "../../purchases/history-rows";
import { ButtonLink } from "../../ui/Button";
import { Card } from "../../ui/Card";
import { EmptyState } from "../../ui/EmptyState";
import { PageErrorBoundary } from "../../ui/PageErrorBoundary";
import { PageHeader } from "../../ui/PageHeader";
import { Pagination } from "../../ui/Pagination";
import { HistoryList } from "../../ui/portal/HistoryList";
import { Tabs } from "../../ui/Tabs";

const ENTRIES_A_PAGE = 25;

export const loader = forCustomer(async ({ wallet, customer, portal, now }, { request }) => {
  const query = new URL(request.url).searchParams;
  const before = query.get("before") ?? "";
  const beforeSeq = /^[1-9]\d{0,14}$/.test(before) ? Number(before) : null;
  const type = readTypeFilter(query.get("type"));
  const { entries, next } = await wallet(customer.id).history(beforeSeq, ENTRIES_A_PAGE, type);
  return {
    entries: historyRows(entries, now(), portal.locale),
    next,
    isFirst: beforeSeq === null,
    type,
  };
});

/** The address of a page of the history that keeps its filter. */
const addressOf = (key: string, before: number | null = null): string => {
  const query = [key && `type=${key}`, before && `before=${before}`].filter(Boolean).join("&");
  return query ? `/history?${query}` : "/history";
};

export default function HistoryPage() {
  const { entries, next, isFirst, type } = useLoaderData<typeof loader>();
  const key = TYPE_FILTERS.find((filter) => filter.type === type)?.key ?? "";
  return (
    <>
      <PageHeader title="History" actions={<ButtonLink href="/history.csv">Download CSV</ButtonLink>} />
      <Tabs
        label="Type"
        tabs={TYPE_FILTERS.map((filter) => ({
          label: filter.label,
          href: addressOf(filter.key),
          current: filter.type === type,
        }))}
      />
      {entries.length > 0 ? (
        <HistoryList
          caption="Changes of your balance"
          headers={HISTORY_HEADERS}
          entries={entries}
          withReceipts
        />
      ) : (
        <Card>
          <EmptyState icon={History} {...nothingHere(type, next)} />
        </Card>
      )}
      <Pagination
        newerHref={isFirst ? undefined : addressOf(key)}
        olderHref={next ? addressOf(key, next) : undefined}
        labels={{ navigation: "Pages of the history", newer: "Newest", older: "Older" }}
      />
    </>
  );
}

function nothingHere(type: string | null, next: number | null): { line: string; text: string } {
  if (!type) return { line: "No changes yet", text: "Your first purchase will be the first line here." };
  return {
    line: `Nothing was ${type.toLowerCase()}`,
    text: next
      ? "Not in this part of your history; older changes come next."
      : "Choose All to see every change.",
  };
}

export const ErrorBoundary = PageErrorBoundary;
