import { ChevronDown, CircleCheck, CircleDashed } from "lucide-react";
import type { SetupStep } from "../../partners/setup";
import { ButtonLink } from "../../ui/Button";
import { TextLink } from "../../ui/TextLink";

/** How far a partner is from its first sale; once all is done, a line that can be opened. */
export function SetupChecklist({ steps }: { steps: readonly SetupStep[] }) {
  const done = steps.filter(({ isDone }) => isDone).length;
  if (done < steps.length) return <OpenChecklist steps={steps} done={done} />;
  return (
    <details className="group surface text-sm">
      <summary className="flex cursor-pointer items-center gap-2.5 rounded-xl px-5 py-3 text-muted-foreground sm:px-6">
        <CircleCheck aria-hidden className="size-4 shrink-0 text-success" />
        Everything is set up for selling: {done} of {steps.length} done
        <ChevronDown
          aria-hidden
          className="ms-auto size-4 shrink-0 group-open:rotate-180 motion-safe:transition-transform"
        />
      </summary>
      <StepList steps={steps} next={null} />
    </details>
  );
}

function OpenChecklist({ steps, done }: { steps: readonly SetupStep[]; done: number }) {
  const next = steps.find(({ isDone }) => !isDone) ?? null;
  return (
    <section aria-labelledby="setup-title" className="surface overflow-hidden">
      <header className="grid gap-3 px-5 py-4 sm:px-6">
        <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
          <h2 id="setup-title" className="font-semibold">
            Get ready to sell
          </h2>
          <p className="text-sm text-muted-foreground">
            {done} of {steps.length} done
          </p>
        </div>
        <progress
          aria-label="Setup"
          value={done}
          max={steps.length}
          className="h-1.5 w-full appearance-none overflow-hidden rounded-full bg-muted [&::-moz-progress-bar]:bg-success [&::-webkit-progress-bar]:bg-muted [&::-webkit-progress-value]:bg-success"
        />
      </header>
      <StepList steps={steps} next={next} />
    </section>
  );
}

function StepList({ steps, next }: { steps: readonly SetupStep[]; next: SetupStep | null }) {
  return (
    <ol>
      {steps.map((step) => (
        <Step key={step.title} step={step} isNext={step === next} />
      ))}
    </ol>
  );
}

function Step({ step: { title, isDone, sentence, action }, isNext }: { step: SetupStep; isNext: boolean }) {
  const Icon = isDone ? CircleCheck : CircleDashed;
  return (
    <li
      aria-current={isNext ? "step" : undefined}
      className="flex flex-wrap items-center gap-x-6 gap-y-3 border-t border-border px-5 py-3 aria-[current=step]:bg-info-soft aria-[current=step]:py-5 sm:px-6"
    >
      <div className="flex min-w-64 flex-1 gap-3">
        <Icon aria-hidden className={`mt-0.5 size-5 shrink-0 ${isDone ? "text-success" : "text-warning"}`} />
        <div className="grid min-w-0 gap-0.5">
          <p className="font-medium">
            {title}
            <span className="sr-only">{isDone ? " (done)" : " (to do)"}</span>
          </p>
          <p className="text-sm break-words text-muted-foreground">{sentence}</p>
        </div>
      </div>
      <span className="text-sm max-sm:ms-8">
        {isNext ? (
          <ButtonLink href={action.href} variant="primary">
            {action.label}
          </ButtonLink>
        ) : (
          <TextLink href={action.href}>{action.label}</TextLink>
        )}
      </span>
    </li>
  );
}
