"use client";

import { Component, type ReactNode } from "react";

export interface BubbleBoundaryProps {
  /** Shown instead of a bubble that failed to render. */
  fallback: ReactNode;
  children: ReactNode;
}

/** An error boundary around a bubble, which keeps the rest of the timeline working. */
export class BubbleBoundary extends Component<BubbleBoundaryProps, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    return this.state.failed ? this.props.fallback : this.props.children;
  }
}
