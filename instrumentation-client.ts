import { z } from "zod";

/**
 * Runs in the browser before anything else. Zod would try `new Function` to compile its schemas; the content security policy
 * forbids that and would report each attempt as a violation.
 */
z.config({ jitless: true });
