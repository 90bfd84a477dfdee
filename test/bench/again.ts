/**
 * A measurement, taken anew when its page never finished loading: now and then Chromium leaves a request hanging for good
 * while it plays a slow network.
 */
export async function again<Result>(measure: () => Promise<Result>, tries = 3): Promise<Result> {
  try {
    return await measure();
  } catch (error) {
    if (tries <= 1 || (error as Error).name !== "TimeoutError") throw error;
    return again(measure, tries - 1);
  }
}
