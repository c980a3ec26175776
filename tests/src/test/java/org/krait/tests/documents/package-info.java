/**
 * Makes the documents that are generated from tables and compares them with the files in {@code docs}.
 *
 * <p>Start reading at {@link org.krait.tests.documents.GeneratedDocumentsTest}.
 */
package org.krait.tests.documents;
