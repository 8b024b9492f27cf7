/** A mug as jets are listed with it, always ten characters: `0x0000002a`. */
export const hex = (mug: number): string => '0x' + mug.toString(16).padStart(8, '0')
