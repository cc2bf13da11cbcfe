import { useLoaderData } from "@remix-run/react";
import { History } from "lucide-react";
import { forCustomer } from "../../http/handlers.server";
import type { Texts } from "../../i18n/texts";
import { historyRows, readTypeFilter, TYPE_FILTERS } from "../../purchases/history-rows";
import { ButtonLink } from "../../ui/Button";
import { Card } from "../../ui/Card";
import { EmptyState } from "../../ui/EmptyState";
import { PageErrorBoundary } from "../../ui/PageErrorBoundary";
import { PageHeader } from "../../ui/PageHeader";
import { Pagination } from "../../ui/Pagination";
import { HistoryList } from "../../ui/portal/HistoryList";
import { Tabs } from "../../ui/Tabs";
import { titled } from "../../ui/titled";
import { useTexts } from "../../ui/wording";
import type { EntryType } from "../../wallet/posting";

const ENTRIES_A_PAGE = 25;

export const meta = titled(({ frame }) => frame.history);

export const loader = forCustomer(async ({ wallet, customer, wording, now }, { request }) => {
  const query = new URL(request.url).searchParams;
  const before = query.get("before") ?? "";
  const beforeSeq = /^[1-9]\d{0,14}$/.test(before) ? Number(before) : null;
  const type = readTypeFilter(query.get("type"));
  const { entries, next } = await wallet(customer.id).history(beforeSeq, ENTRIES_A_PAGE, type);
  return {
    entries: historyRows(entries, now(), wording),
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
  const { frame, history, purchases } = useTexts();
  const key = TYPE_FILTERS.find((filter) => filter.type === type)?.key ?? "";
  return (
    <>
      <PageHeader
        title={frame.history}
        actions={<ButtonLink href="/history.csv">{history.download}</ButtonLink>}
      />
      <Tabs
        label={history.type}
        tabs={TYPE_FILTERS.map((filter) => ({
          label: filter.type ? history.types[filter.type] : history.all,
          href: addressOf(filter.key),
          current: filter.type === type,
        }))}
      />
      {entries.length > 0 ? (
        <HistoryList
          caption={history.caption}
          headers={history}
          entries={entries}
          receipt={{ label: purchases.columns.receipt, labelFor: purchases.receiptFor }}
        />
      ) : (
        <Card>
          <EmptyState icon={History} {...nothingHere(history, type, next)} />
        </Card>
      )}
      <Pagination
        newerHref={isFirst ? undefined : addressOf(key)}
        olderHref={next ? addressOf(key, next) : undefined}
        labels={{ navigation: history.pages, newer: frame.newest, older: frame.older }}
      />
    </>
  );
}

function nothingHere(texts: Texts["history"], type: EntryType | null, next: number | null) {
  if (!type) return { line: texts.empty, text: texts.emptyText };
  return { line: texts.nothing[type], text: next ? texts.nothingHere : texts.seeAll };
}

export const ErrorBoundary = PageErrorBoundary;
