import type { FetcherWithComponents } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { type PlanNames, planNews } from "../../../plans/plan-news";
import { type Toast, useToast } from "../../../ui/dashboard/Toasts";
import type { Stayed } from "../../../ui/stay-on-page";

type PlanFetcher = FetcherWithComponents<Stayed>;

/** Tells once what became of a form of the list, with the way to take it back. */
export function usePlanToast(fetcher: PlanFetcher, names: PlanNames, undoMove?: () => void): void {
  const show = useToast();
  const told = useRef<Stayed | null>(null);
  useEffect(() => {
    const { data, state } = fetcher;
    if (state !== "idle" || !data || told.current === data) return;
    told.current = data;
    const toast = toastOf(data, names, fetcher);
    if (toast) show(undoMove && !toast.isRefusal ? { ...toast, undo: undoMove } : toast);
  }, [fetcher, names, show, undoMove]);
}

function toastOf(stayed: Stayed, names: PlanNames, fetcher: PlanFetcher): Toast | null {
  if ("problem" in stayed) {
    const { title, message, action } = stayed.problem;
    return { isRefusal: true, title, text: message, action };
  }
  const news = planNews(new URLSearchParams(stayed.ledTo.split("?")[1]), names);
  if (!news) return null;
  const { title, text, undo } = news;
  return {
    title,
    text,
    undo: undo && (() => fetcher.submit({ to: undo.to }, { method: "post", action: undo.path })),
  };
}
