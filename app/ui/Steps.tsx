import { clsx } from "clsx";
import { Check } from "lucide-react";
import type { ReactNode } from "react";
import { ButtonLink } from "./Button";
import { VisuallyHidden } from "./VisuallyHidden";

type StepState = "done" | "next" | "todo";

interface StepsProps {
  steps: readonly {
    title: string;
    text?: ReactNode;
    state: StepState;
    action?: { label: string; href: string } | undefined;
  }[];
  /** What a screen reader hears for each state. */
  stateLabels?: Record<StepState, string> | undefined;
}

const ENGLISH: Record<StepState, string> = { done: "Done", next: "Next", todo: "To do" };

const MARK: Record<StepState, string> = {
  done: "border-success bg-success-soft text-success",
  next: "border-primary-edge bg-primary text-primary-foreground",
  todo: "border-input text-muted-foreground",
};

export function Steps({ steps, stateLabels = ENGLISH }: StepsProps) {
  return (
    <ol className="text-sm">
      {steps.map(({ title, text, state, action }, index) => (
        <li
          key={title}
          className="flex gap-3 border-t border-border py-3 first:border-0 first:pt-0 last:pb-0"
        >
          <span
            aria-hidden
            className={clsx(
              "grid size-6 shrink-0 place-items-center rounded-full border text-xs font-semibold",
              MARK[state],
            )}
          >
            {state === "done" ? <Check strokeWidth={2.5} className="size-3.5" /> : index + 1}
          </span>
          <div className="flex flex-1 flex-wrap items-center justify-between gap-x-6 gap-y-2">
            <div className="grid min-w-40 flex-1 gap-0.5 pt-0.5">
              <p className={clsx(state === "done" ? "text-muted-foreground" : "font-medium")}>
                {title}
                <VisuallyHidden> ({stateLabels[state]})</VisuallyHidden>
              </p>
              {text && <div className="text-muted-foreground">{text}</div>}
            </div>
            {action && (
              <ButtonLink
                href={action.href}
                size="small"
                variant={state === "next" ? "primary" : "secondary"}
              >
                {action.label}
              </ButtonLink>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}
