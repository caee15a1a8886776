/** A definition as text: a sweep file that is read as the same, and the text by whose hash definitions are told apart. */
package io.github.spikesweep.sweep.writing;
