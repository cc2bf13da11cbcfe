import { useLoaderData } from "@remix-run/react";
import { forPartner } from "../../http/handlers.server";
import { loadHome } from "../../partners/home-page.server";
import type { WaitingRow } from "../../partners/waiting";
import { Card } from "../../ui/Card";
import { PageErrorBoundary } from "../../ui/PageErrorBoundary";
import { PageHeader } from "../../ui/PageHeader";
import { TextLink } from "../../ui/TextLink";
import { NewestPurchases } from "./NewestPurchases";
import { SetupChecklist } from "./SetupChecklist";

export const meta = () => [{ title: "Home · Topup" }];

export const loader = forPartner((context) => loadHome(context));

export default function HomePage() {
  const { steps, sales, waiting, newest } = useLoaderData<typeof loader>();
  const isSetUp = steps.every(({ isDone }) => isDone);
  const hasHistory = isSetUp || newest.length > 0;
  return (
    <>
      <PageHeader title="Home" />
      {!isSetUp && <SetupChecklist steps={steps} />}
      {(hasHistory || waiting.length > 0) && (
        <div className="grid gap-6 lg:grid-cols-2">
          {hasHistory && <RecentSales sales={sales} />}
          <Waiting rows={waiting} />
        </div>
      )}
      {newest.length > 0 && <NewestPurchases purchases={newest} />}
      {isSetUp && <SetupChecklist steps={steps} />}
    </>
  );
}

interface Sales {
  currency: string;
  net: string;
  sold: string;
}

/** One figure a currency: amounts of two are never added up. */
function RecentSales({ sales }: { sales: readonly Sales[] }) {
  return (
    <Card title="Sales of the last 30 days" description="What was paid and did not go back, by day in UTC.">
      {sales.length > 0 ? (
        <dl className="flex flex-wrap gap-x-10 gap-y-4">
          {sales.map(({ currency, net, sold }) => (
            <div key={currency} className="flex flex-col-reverse">
              <dt className="text-sm text-muted-foreground">{`${currency} · ${sold}`}</dt>
              <dd className="text-2xl font-semibold tracking-tight tabular-nums">{net}</dd>
            </div>
          ))}
        </dl>
      ) : (
        <p className="text-sm text-muted-foreground">No sales in the last 30 days.</p>
      )}
    </Card>
  );
}

function Waiting({ rows }: { rows: readonly WaitingRow[] }) {
  return (
    <Card title="Waiting for you">
      {rows.length > 0 ? (
        <ul className="grid gap-3 text-sm">
          {rows.map(({ text, href, label }) => (
            <li key={text} className="flex flex-wrap justify-between gap-x-6 gap-y-1">
              <span className="min-w-48 flex-1">{text}</span>
              <TextLink href={href}>{label}</TextLink>
            </li>
          ))}
        </ul>
      ) : (
        <p className="text-sm text-muted-foreground">Nothing waits for a decision.</p>
      )}
    </Card>
  );
}

export const ErrorBoundary = PageErrorBoundary;
