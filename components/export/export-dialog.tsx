"use client";

import { useQuery } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { useState } from "react";
import { useListSettings } from "@/components/list-state/list-settings-context";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { SegmentedChoice } from "@/components/ui/segmented-choice";
import { addressOf } from "@/lib/api/client/address-of";
import { queryOf } from "@/lib/api/client/query-of";
import { endpoints } from "@/lib/api/endpoints/endpoints";
import { variableColumns } from "@/lib/api/list-settings";
import type { CsvDialect, ExportFormat } from "@/lib/api/schemas/export";
import type { TranscriptFormat } from "@/lib/api/schemas/transcript";
import { csvColumns, type ExportColumn, writeColumns } from "@/lib/columns/csv-columns";
import type { ConversationFilters } from "@/lib/filters/conversation-filters";
import { writeFilters } from "@/lib/filters/write-filters";
import { ColumnChoice } from "./column-choice";
import { ExportProgress } from "./export-progress";
import { useExport } from "./use-export";

interface ExportDialogProps {
  /** The conversations exported. */
  filters: ConversationFilters;
  onClose: () => void;
}

/** Export options, initialized with the table's columns, and a progress bar. */
export default function ExportDialog({ filters, onClose }: ExportDialogProps) {
  const [format, setFormat] = useState<ExportFormat>("csv");
  const ofTable = variableColumns(useListSettings().settings);
  const [columns, setColumns] = useState<ExportColumn[]>(() => [...csvColumns, ...ofTable]);
  const [dialect, setDialect] = useState<CsvDialect>("spreadsheet");
  const [transcript, setTranscript] = useState<TranscriptFormat>("txt");
  const { data: size } = useQuery(queryOf(endpoints.getExportSize, { filters: writeFilters(filters) }));
  const { data: choices } = useQuery(queryOf(endpoints.listFilterValues));
  const { state, start, cancel } = useExport();
  const unit = format === "jsonl" ? "events" : "conversations";

  function order() {
    const query = {
      format,
      ...(format === "csv" && { bom: dialect === "spreadsheet", dialect, columns: [writeColumns(columns)] }),
      ...(format === "zip" && { transcript }),
    };
    void start({ format, url: addressOf(endpoints.exportConversations, { filters: writeFilters(filters), query }) });
  }

  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <DialogContent
        title="Export"
        description={
          size &&
          `Exports the ${amount(size.conversations, "conversation")} in this list (${amount(size.events, "event")}).`
        }
        className="max-w-md"
      >
        <fieldset disabled={state.phase === "running"} className="flex flex-col gap-4">
          <legend className="sr-only">What to export</legend>
          <SegmentedChoice name="Format" showsName value={format} options={formats} onChoose={setFormat} />
          <p className="text-xs text-pretty text-muted">{explanations[format]}</p>
          {format === "csv" && (
            <>
              <ColumnChoice
                chosen={columns}
                variables={choices?.variable.map(({ value }) => value) ?? []}
                onChange={setColumns}
              />
              <SegmentedChoice name="Made for" showsName value={dialect} options={dialects} onChoose={setDialect} />
              <p className="text-xs text-pretty text-muted">{dialectExplanations[dialect]}</p>
            </>
          )}
          {format === "zip" && (
            <SegmentedChoice
              name="Format"
              showsName
              value={transcript}
              options={transcripts}
              onChoose={setTranscript}
            />
          )}
        </fieldset>
        <div className="mt-5">
          {state.phase === "running" ? (
            <ExportProgress parts={state.parts} total={size?.[unit]} unit={unit} onCancel={cancel} />
          ) : (
            <div className="flex items-center justify-end gap-2">
              <p role="status" className="mr-auto min-w-0 text-sm text-pretty text-muted">
                {state.phase === "done" && `Saved as ${state.fileName}.`}
                {state.phase === "failed" && <span className="text-danger">{state.message}</span>}
              </p>
              <Button onClick={onClose}>Close</Button>
              <Button
                variant="primary"
                disabled={size?.conversations === 0 || (format === "csv" && columns.length === 0)}
                onClick={order}
              >
                <Download /> Export
              </Button>
            </div>
          )}
        </div>
      </DialogContent>
    </Dialog>
  );
}

const formats = [
  { value: "csv", name: "Table" },
  { value: "jsonl", name: "Events" },
  { value: "zip", name: "Transcripts" },
] as const;

const explanations: Record<ExportFormat, string> = {
  csv: "A CSV file with one row per conversation.",
  jsonl: "JSON Lines with every event as received. “npm run import” restores them without loss.",
  zip: "A zip file with one transcript per conversation.",
};

const dialects = [
  { value: "spreadsheet", name: "Spreadsheets" },
  { value: "plain", name: "Programs" },
] as const satisfies readonly { value: CsvDialect; name: string }[];

const dialectExplanations: Record<CsvDialect, string> = {
  spreadsheet:
    "Cells are escaped so that spreadsheets don't run them as formulas. Opens cleanly in Excel (adds a BOM).",
  plain: "Values are exactly as stored: UTF-8 without a BOM, no cell is escaped.",
};

const transcripts = [
  { value: "txt", name: "Text" },
  { value: "md", name: "Markdown" },
  { value: "html", name: "HTML" },
  { value: "json", name: "JSON" },
] as const satisfies readonly { value: TranscriptFormat; name: string }[];

function amount(count: number, noun: string): string {
  return `${count.toLocaleString("en")} ${noun}${count === 1 ? "" : "s"}`;
}
