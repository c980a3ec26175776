/**
 * The audit of reference counts ({@code -X audit-refs}): counts all references anew and compares with the headers.
 *
 * <p>Start with {@link org.krait.runtime.audit.Audit}. {@link org.krait.runtime.audit.AuditPlan} says when,
 * {@link org.krait.runtime.audit.ReferenceTally} counts what the visitors of the cycle collector show,
 * {@link org.krait.runtime.audit.JavaReferences} looks for what Java code keeps besides, and
 * {@link org.krait.runtime.audit.AuditReport} writes what is wrong. docs/design/0006-gc.md says what must hold when.
 *
 * <p>Nothing here runs Python code, and nothing of it is loaded unless the option is given.
 */
package org.krait.runtime.audit;
