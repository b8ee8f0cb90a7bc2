/**
 * Runs in the browser before anything else. Zod would try `new Function` to compile its schemas; the content security policy
 * forbids that and would report each attempt as a violation. These are zod's settings (`z.config`), which all its copies share; set
 * here, they load nothing of it.
 */
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });
