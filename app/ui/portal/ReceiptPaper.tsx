import { ButtonLink } from "../Button";
import { DefinitionList } from "../DefinitionList";

interface Receipt {
  number: string;
  date: string;
  seller: { name: string; email: string | null };
  buyer: { name: string; email: string };
  plan: { name: string; description: string };
  credits: string;
  amount: string;
  back: string | null;
  status: { label: string; text: string };
  proof: string;
  isTest: boolean;
}

/** A receipt on screen as on paper: only the way back is left out in print. */
export function ReceiptPaper({ receipt, purchaseHref }: { receipt: Receipt; purchaseHref: string }) {
  return (
    <article className="surface mx-auto grid w-full max-w-2xl gap-7 p-6 sm:p-9 print:max-w-none print:border-0 print:p-0 print:shadow-none">
      <header className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h1 className="text-2xl font-semibold tracking-tight">Receipt</h1>
        <p className="text-sm text-muted-foreground">{receipt.date}</p>
      </header>
      <Parties receipt={receipt} />
      <DefinitionList items={lines(receipt)} />
      <div className="grid gap-1 border-t-2 border-foreground pt-3">
        <p className="flex flex-wrap items-baseline justify-between gap-x-6">
          <span className="font-semibold">Amount paid</span>
          <span className="text-2xl font-semibold tabular-nums">{receipt.amount}</span>
        </p>
        {receipt.back && (
          <p className="flex flex-wrap items-baseline justify-between gap-x-6">
            <span>Went back</span>
            <span className="tabular-nums">{receipt.back}</span>
          </p>
        )}
      </div>
      <section className="grid gap-1 text-sm">
        <h2 className="text-muted-foreground">From payment to credits</h2>
        <p className="break-words tabular-nums">{receipt.proof}</p>
        {receipt.isTest && <p>Paid in Stripe’s test mode: no real money moved.</p>}
      </section>
      <footer className="flex flex-wrap items-center gap-3 text-sm text-muted-foreground print:hidden">
        <p className="me-auto">To keep a copy, print this page or save it as PDF.</p>
        <ButtonLink href={purchaseHref}>View your purchase</ButtonLink>
      </footer>
    </article>
  );
}

function Parties({ receipt: { seller, buyer } }: { receipt: Receipt }) {
  return (
    <div className="grid gap-6 text-sm sm:grid-cols-2 print:grid-cols-2">
      {[
        { role: "Sold by", ...seller },
        { role: "Sold to", ...buyer },
      ].map(({ role, name, email }) => (
        <section key={role} className="grid content-start gap-0.5">
          <h2 className="text-muted-foreground">{role}</h2>
          {name && <p className="font-medium break-words">{name}</p>}
          {email && <p className="break-words">{email}</p>}
        </section>
      ))}
    </div>
  );
}

const lines = ({ number, plan, credits, status }: Receipt) => [
  { term: "Receipt number", details: number },
  {
    term: "Plan",
    details: (
      <>
        {plan.name}
        {plan.description && (
          <span className="block whitespace-pre-line text-muted-foreground">{plan.description}</span>
        )}
      </>
    ),
  },
  { term: "Credits", details: credits },
  { term: "Status", details: `${status.label}. ${status.text}` },
];
