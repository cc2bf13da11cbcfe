import { clsx } from "clsx";
import { CircleCheck, CircleX, Clock, Info } from "lucide-react";
import type { ReactNode } from "react";
import { DefinitionList } from "../DefinitionList";

interface StatusPageProps {
  tone: "success" | "pending" | "failure" | "neutral";
  title: string;
  text?: ReactNode;
  details?: readonly { term: string; details: ReactNode }[] | undefined;
  actions?: ReactNode;
}

const TONE = {
  success: { Icon: CircleCheck, look: "bg-success-soft text-success" },
  pending: { Icon: Clock, look: "bg-warning-soft text-warning" },
  failure: { Icon: CircleX, look: "bg-destructive-soft text-destructive" },
  neutral: { Icon: Info, look: "bg-muted text-muted-foreground" },
};

/** One answer to one question: what became of the payment. */
export function StatusPage({ tone, title, text, details, actions }: StatusPageProps) {
  const { Icon, look } = TONE[tone];
  return (
    <section className="surface mx-auto my-4 grid w-full max-w-lg gap-6 p-6 text-center sm:my-10 sm:p-9">
      <span className={clsx("mx-auto grid size-14 place-items-center rounded-full", look)}>
        <Icon aria-hidden strokeWidth={1.75} className="size-7" />
      </span>
      <div className="grid gap-2">
        <h1 className="text-2xl font-semibold tracking-tight">{title}</h1>
        {text && <div className="text-pretty text-muted-foreground">{text}</div>}
      </div>
      {details && (
        <div className="rounded-lg bg-muted p-4 text-start">
          <DefinitionList items={details} />
        </div>
      )}
      {actions && <div className="flex flex-wrap justify-center gap-3">{actions}</div>}
    </section>
  );
}
