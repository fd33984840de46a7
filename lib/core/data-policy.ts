/** The content security policy of what is data and no page: whatever a browser makes of it, it runs nothing and reaches nothing. */
export const DATA_POLICY = "default-src 'none'; sandbox; frame-ancestors 'none'";
