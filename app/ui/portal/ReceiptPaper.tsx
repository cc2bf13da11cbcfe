import type { Texts } from "../../i18n/texts";
import { ButtonLink } from "../Button";
import { DefinitionList } from "../DefinitionList";
import { useTexts } from "../wording";

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

interface ReceiptPaperProps {
  receipt: Receipt;
  purchaseHref: string;
  /** Null while Stripe does not say where its own receipt is. */
  stripeHref: string | null;
}

/** A receipt on screen as on paper: only the ways on are left out in print. */
export function ReceiptPaper({ receipt, purchaseHref, stripeHref }: ReceiptPaperProps) {
  const { receipt: texts, outcome } = useTexts();
  return (
    <article className="surface mx-auto grid w-full max-w-2xl gap-7 p-6 sm:p-9 print:max-w-none print:border-0 print:p-0 print:shadow-none">
      <header className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h1 className="text-2xl font-semibold tracking-tight">{texts.title}</h1>
        <p className="text-sm text-muted-foreground">{receipt.date}</p>
      </header>
      <Parties receipt={receipt} />
      <DefinitionList items={lines(receipt, texts)} />
      <div className="grid gap-1 border-t-2 border-foreground pt-3">
        <p className="flex flex-wrap items-baseline justify-between gap-x-6">
          <span className="font-semibold">{texts.paid}</span>
          <span className="text-2xl font-semibold tabular-nums">{receipt.amount}</span>
        </p>
        {receipt.back && (
          <p className="flex flex-wrap items-baseline justify-between gap-x-6">
            <span>{texts.wentBack}</span>
            <span className="tabular-nums">{receipt.back}</span>
          </p>
        )}
      </div>
      <section className="grid gap-1 text-sm">
        <h2 className="text-muted-foreground">{outcome.proof}</h2>
        <p className="break-words tabular-nums">{receipt.proof}</p>
        {receipt.isTest && <p>{texts.isTest}</p>}
      </section>
      <footer className="flex flex-wrap items-center gap-3 text-sm text-muted-foreground print:hidden">
        <p className="w-full">{texts.print}</p>
        {stripeHref && <ButtonLink href={stripeHref}>{texts.stripeReceipt}</ButtonLink>}
        <ButtonLink href={purchaseHref}>{texts.purchase}</ButtonLink>
      </footer>
    </article>
  );
}

function Parties({ receipt: { seller, buyer } }: { receipt: Receipt }) {
  const { soldBy, soldTo } = useTexts().receipt;
  return (
    <div className="grid gap-6 text-sm sm:grid-cols-2 print:grid-cols-2">
      {[
        { role: soldBy, ...seller },
        { role: soldTo, ...buyer },
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

const lines = ({ number, plan, credits, status }: Receipt, texts: Texts["receipt"]) => [
  { term: texts.number, details: number },
  {
    term: texts.plan,
    details: (
      <>
        {plan.name}
        {plan.description && (
          <span className="block whitespace-pre-line text-muted-foreground">{plan.description}</span>
        )}
      </>
    ),
  },
  { term: texts.credits, details: credits },
  { term: texts.status, details: `${status.label}. ${status.text}` },
];
