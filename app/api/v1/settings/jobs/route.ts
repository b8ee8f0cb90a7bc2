import { serve } from "@/app/api/v1/serve";
import { definitions } from "@/lib/api/endpoints/definitions";
import { jobList } from "@/lib/queries/job-list";

export const { GET, POST, PUT, PATCH, DELETE } = serve(definitions.listJobs, ({ viewer }) => jobList(viewer));
