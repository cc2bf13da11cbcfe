import { useFetcher } from "@remix-run/react";
import { GripVertical } from "lucide-react";
import { type DragEvent, type ReactNode, useRef } from "react";
import type { PlanNames } from "../../../plans/plan-news";
import { planPath } from "../../../plans/plan-paths";
import type { Stayed } from "../../../ui/stay-on-page";
import { usePlanToast } from "./PlanToast";

/** Lets a pointer drag plans of the list around it to another row; the arrows do the same for everybody. */
export function DragPlans({ names, children }: { names: PlanNames; children: ReactNode }) {
  const fetcher = useFetcher<Stayed>();
  const dragged = useRef<string | null>(null);
  const target = useRef<HTMLElement | null>(null);
  usePlanToast(fetcher, names);

  const markTarget = (row: HTMLElement | null) => {
    target.current?.removeAttribute("data-target");
    row?.setAttribute("data-target", "");
    target.current = row;
  };
  const grab = (event: DragEvent) => {
    dragged.current = (event.target as HTMLElement).dataset.plan ?? null;
    const row = rowOf(event);
    if (row) event.dataTransfer.setDragImage(row, 0, 0);
  };
  const hover = (event: DragEvent) => {
    if (!dragged.current) return;
    const row = rowOf(event);
    if (row) event.preventDefault();
    markTarget(row);
  };
  const drop = (event: DragEvent) => {
    const row = rowOf(event);
    const [planId, rows] = [dragged.current, row?.parentElement?.children];
    if (!row || !planId || !rows) return;
    event.preventDefault();
    const place = String([...rows].indexOf(row) + 1);
    fetcher.submit({ place }, { method: "post", action: planPath(planId, "move") });
  };
  const letGo = () => {
    dragged.current = null;
    markTarget(null);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: an extra for a pointer; the arrows are buttons
    <div
      onDragStart={grab}
      onDragOver={hover}
      onDrop={drop}
      onDragEnd={letGo}
      className="[&_tr[data-target]]:bg-muted"
    >
      {children}
    </div>
  );
}

const rowOf = ({ target }: DragEvent): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>("tbody > tr") : null;

/** Where a plan is taken hold of. */
export function DragHandle({ planId }: { planId: string }) {
  return (
    <span
      draggable
      aria-hidden
      data-plan={planId}
      title="Drag to move"
      className="cursor-grab self-center px-1 text-muted-foreground noscript:hidden pointer-coarse:hidden"
    >
      <GripVertical className="pointer-events-none size-4" />
    </span>
  );
}
