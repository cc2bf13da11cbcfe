import { History } from "lucide-react";
import { HISTORY_HEADERS, type historyRows, TYPE_FILTERS } from "../../../purchases/history-rows";
import { ButtonLink } from "../../../ui/Button";
import { Card } from "../../../ui/Card";
import { EmptyState } from "../../../ui/EmptyState";
import { Pagination } from "../../../ui/Pagination";
import { HistoryList } from "../../../ui/portal/HistoryList";
import { Tabs } from "../../../ui/Tabs";

interface CreditHistoryProps {
  customerId: string;
  entries: ReturnType<typeof historyRows>;
  /** Where the following page begins, or null after the last. */
  next: number | null;
  isFirst: boolean;
  /** The only type that is shown, or null for all. */
  type: string | null;
}

/** What changed the credits of a customer: of one type or all, a page at a time, or all of it as a file. */
export function CreditHistory({ customerId, entries, next, isFirst, type }: CreditHistoryProps) {
  const here = `/customers/${customerId}`;
  const key = TYPE_FILTERS.find((filter) => filter.type === type)?.key ?? "";
  const addressOf = (filter: string, before: number | null = null) => {
    const query = [filter && `type=${filter}`, before && `before=${before}`].filter(Boolean).join("&");
    return query ? `${here}?${query}` : here;
  };
  return (
    <section id="history" aria-label="History" className="grid gap-4">
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <Tabs
          label="Type"
          tabs={TYPE_FILTERS.map((filter) => ({
            label: filter.label,
            href: addressOf(filter.key),
            current: filter.type === type,
          }))}
        />
        <ButtonLink href={`${here}/history.csv`}>Download CSV</ButtonLink>
      </div>
      {entries.length > 0 ? (
        <HistoryList caption="History" headers={HISTORY_HEADERS} entries={entries} />
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
    </section>
  );
}

function nothingHere(type: string | null, next: number | null): { line: string; text: string } {
  if (!type) {
    return { line: "No changes yet", text: "Purchases and credits that you add or deduct appear here." };
  }
  return {
    line: `Nothing was ${type.toLowerCase()}`,
    text: next
      ? "Not in this part of the history; older changes come next."
      : "Choose All to see every change.",
  };
}
