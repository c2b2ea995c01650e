export const flopsPerTurn: number;
export const peakModule: string;
