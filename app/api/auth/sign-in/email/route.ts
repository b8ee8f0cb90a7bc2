import { auth } from "@/lib/auth/auth";

export async function POST(request: Request): Promise<Response> {
  return auth().handler(request);
}
