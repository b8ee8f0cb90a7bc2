"use client";

import { Component, type ReactNode } from "react";

export interface BubbleBoundaryProps {
  /** Shown in place of a bubble that could not be drawn. */
  fallback: ReactNode;
  children: ReactNode;
}

/** Keeps a bubble that fails from taking the timeline with it. */
export class BubbleBoundary extends Component<BubbleBoundaryProps, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    return this.state.failed ? this.props.fallback : this.props.children;
  }
}
