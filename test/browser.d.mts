export declare function findBrowser(): string | undefined;
export declare function browserFlags(): string[];
