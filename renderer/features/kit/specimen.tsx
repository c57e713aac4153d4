export function Specimen() { return <p>kit</p>; }
